# Flags for every file of the project; reasons stand in docs/decisions/building-it-hard.md.
add_library(hardening INTERFACE)
target_compile_options(hardening INTERFACE
  -Wall -Wextra -Wformat=2 -Wconversion -Wsign-conversion -Wimplicit-fallthrough -Wshadow -Werror
  -Werror=format-security
  -fstack-clash-protection -fstack-protector-strong -fcf-protection=full
  -fno-delete-null-pointer-checks -fno-strict-overflow -fno-strict-aliasing
  -ftrivial-auto-var-init=zero "-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=")
target_compile_definitions(hardening INTERFACE _GLIBCXX_ASSERTIONS)
target_include_directories(hardening INTERFACE "${CMAKE_SOURCE_DIR}/src")
# g++ 12 warns of uses inside the standard library's own optional and regex code.
target_compile_options(hardening INTERFACE
  "$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-restrict;-Wno-dangling-pointer>")
# clang warns of what the same library's stable_sort uses.
target_compile_options(hardening INTERFACE "$<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>")
# Fuzz targets watch the ways through the code they try.
if(TOUCHSTONE_FUZZ)
  target_compile_options(hardening INTERFACE "$<$<COMPILE_LANGUAGE:CXX>:-fsanitize=fuzzer-no-link>")
endif()
# Where bin/check compiles several files as one, a name of one file may hide a name of another; build/dev still warns.
if(CMAKE_UNITY_BUILD)
  target_compile_options(hardening INTERFACE -Wno-shadow)
endif()
if(TOUCHSTONE_SANITIZE)
  target_compile_options(hardening INTERFACE -fsanitize=${TOUCHSTONE_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all -g1 "$<IF:$<BOOL:$<TARGET_PROPERTY:TEST_CODE>>,-O0;-fno-sanitize=undefined,-O1>")
  # Under its sanitizers g++ 12 takes fmt's own arguments for uninitialized.
  target_compile_options(hardening INTERFACE -Wno-uninitialized)
  # The thread sanitizer does not see a bare fence; SQLite's own locks stand around the one there is.
  if(TOUCHSTONE_SANITIZE MATCHES "thread")
    target_compile_options(hardening INTERFACE "$<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>")
  endif()
  target_link_options(hardening INTERFACE -fsanitize=${TOUCHSTONE_SANITIZE})
else()
  target_compile_options(hardening INTERFACE -U_FORTIFY_SOURCE $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=3>)
endif()
target_link_options(hardening INTERFACE -pie
  "LINKER:-z,nodlopen,-z,noexecstack,-z,relro,-z,now,-z,separate-code,--as-needed")
