# embed(<target> <symbol> <base folder> <files …>): the files' bytes inside the program.
# Gives  extern const std::vector<touchstone::Embedded> touchstone::embedded::<symbol>;  names are relative to the base.
function(embed target symbol base)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp")
  set(assembly "${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}_bytes.S")
  add_custom_command(OUTPUT "${out}" "${assembly}"
    COMMAND "${CMAKE_COMMAND}" "-DOUT=${out}" "-DASSEMBLY=${assembly}" "-DSYMBOL=${symbol}" "-DBASE=${base}"
            "-DFILES=${ARGN}" -P "${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake"
    DEPENDS ${ARGN} "${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake" VERBATIM)
  target_sources(${target} PRIVATE "${out}" "${assembly}")
  set_source_files_properties("${assembly}" PROPERTIES OBJECT_DEPENDS "${ARGN}")
endfunction()
