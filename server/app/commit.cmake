# cmake -DSOURCE=DIR -DOUT=FILE -P commit.cmake: writes which commit this tree is of, when that has changed.
# "+" where it was changed since; "unknown" where the folder is no checkout of its own, or there is no git.
cmake_minimum_required(VERSION 3.25)
set(commit unknown)
find_program(git git)
if(git AND EXISTS ${SOURCE}/.git)
  execute_process(
    COMMAND ${git} -c safe.directory=* describe --always --match= --abbrev=12 --dirty=+
    WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE
    ERROR_QUIET RESULT_VARIABLE status)
  if(status EQUAL 0)
    set(commit ${described})
  endif()
endif()
file(CONFIGURE OUTPUT ${OUT} CONTENT "inline constexpr char kCommit[] = \"@commit@\";\n" @ONLY)
