from tests.printshop import small as small
from tests.printshop import small_master as small_master
