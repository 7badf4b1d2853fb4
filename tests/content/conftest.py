from tests.support.small_project import small as small
from tests.support.small_project import small_master as small_master
