from tests.printshop import printed as printed
from tests.printshop import printed_master as printed_master
from tests.printshop import small as small
from tests.printshop import small_master as small_master
