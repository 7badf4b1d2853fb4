from tests.support.small_project import printed as printed
from tests.support.small_project import printed_master as printed_master
from tests.support.small_project import small as small
from tests.support.small_project import small_master as small_master
