from tests.cli.conftest import say as say
from tests.printshop import small as small
from tests.printshop import small_master as small_master
