# look_assets: style, script and icons inside the program, as touchstone::embedded::assets. Each text also as .gz and .br.
find_program(NODE_EXECUTABLE NAMES node nodejs REQUIRED)
find_program(BROTLI_EXECUTABLE brotli REQUIRED)
find_program(GZIP_EXECUTABLE gzip REQUIRED)

set(assets_source "${CMAKE_SOURCE_DIR}/src/look/assets")
set(assets_made "${CMAKE_BINARY_DIR}/assets")
set(npm "${CMAKE_SOURCE_DIR}/node_modules")
file(MAKE_DIRECTORY "${assets_made}")

file(GLOB style_sources CONFIGURE_DEPENDS "${assets_source}/*.scss")
add_custom_command(OUTPUT "${assets_made}/style.css"
  COMMAND "${NODE_EXECUTABLE}" "${npm}/sass/sass.js" --style=compressed --no-source-map --quiet-deps
          "--load-path=${npm}" "${assets_source}/style.scss" "${assets_made}/style.css"
  DEPENDS ${style_sources} "${CMAKE_SOURCE_DIR}/package-lock.json" VERBATIM)

# One file, and so one request: the parts use each other's names, each those before it.
set(script_parts "")
foreach(part page saving leaving drafts components)
  list(APPEND script_parts "${assets_source}/script/${part}.js")
endforeach()
add_custom_command(OUTPUT "${assets_made}/touchstone.js"
  COMMAND "${CMAKE_COMMAND}" -E cat ${script_parts} > "${assets_made}/touchstone.js"
  DEPENDS ${script_parts} VERBATIM)

add_custom_command(OUTPUT "${assets_made}/favicon.svg"
  COMMAND "${CMAKE_COMMAND}" -E copy "${assets_source}/favicon.svg" "${assets_made}/favicon.svg"
  DEPENDS "${assets_source}/favicon.svg" VERBATIM)

set(asset_files "")
foreach(name style.css touchstone.js favicon.svg)
  add_custom_command(OUTPUT "${assets_made}/${name}.gz" "${assets_made}/${name}.br"
    COMMAND "${GZIP_EXECUTABLE}" -9 -k -n -f "${assets_made}/${name}"
    COMMAND "${BROTLI_EXECUTABLE}" -q 11 -k -f "${assets_made}/${name}"
    DEPENDS "${assets_made}/${name}" VERBATIM)
  list(APPEND asset_files "${assets_made}/${name}" "${assets_made}/${name}.gz" "${assets_made}/${name}.br")
endforeach()

add_library(look_assets STATIC)
target_link_libraries(look_assets PUBLIC hardening)
embed(look_assets assets "${assets_made}" ${asset_files})
