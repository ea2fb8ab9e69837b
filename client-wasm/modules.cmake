# quorate_wasm_module(<name> SOURCES <files> LIBS <targets> LINK <-Oz or -O3> EXPORTS <C functions>)
#
# build/wasm/modules/<name>.wasm: a WebAssembly module without glue code, which would cost 2.5 KB and
# tie it to one JavaScript loader (web/README.md, Conventions, says how it is started). Its only
# imports are the two that check_module.mjs names; a module that imports more fails the build.
#
# The features are spelled out, none beyond the first WebAssembly and mutable globals: sign extension,
# saturating conversion and bulk memory make the modules no smaller, and old phones lack them.
set(QUORATE_WASM_FEATURES --mvp-features --enable-mutable-globals)

# Sources are compiled -Oz -flto, if their folder does not say otherwise; LINK says how the whole is
# optimised.
find_program(QUORATE_WASM_OPT wasm-opt REQUIRED)
find_program(QUORATE_NODE node REQUIRED)
# Optimised links run scripts that look for Debian's Node.js libraries.
set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")

function(quorate_wasm_module name)
  cmake_parse_arguments(ARG "" "LINK" "SOURCES;LIBS;EXPORTS" ${ARGN})
  list(TRANSFORM ARG_EXPORTS PREPEND _)
  list(JOIN ARG_EXPORTS "," exports)
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE quorate_options ${ARG_LIBS})
  set_target_properties(${name} PROPERTIES
    SUFFIX .wasm RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/linked)
  target_link_options(${name} PRIVATE
    ${ARG_LINK} -fno-exceptions -fno-rtti --no-entry
    -sSTANDALONE_WASM -sFILESYSTEM=0 -sMALLOC=emmalloc -sSUPPORT_LONGJMP=0
    -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=1MB -sTOTAL_STACK=128KB
    -sEXPORTED_FUNCTIONS=[${exports}])
  set(module ${PROJECT_BINARY_DIR}/modules/${name}.wasm)
  add_custom_command(
    OUTPUT ${module}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/modules
    COMMAND ${QUORATE_WASM_OPT} ${QUORATE_WASM_FEATURES} --flatten --rereloop -Oz -Oz --converge $<TARGET_FILE:${name}>
            -o ${module}.unchecked
    COMMAND ${QUORATE_NODE} ${PROJECT_SOURCE_DIR}/client-wasm/check_module.mjs ${module}.unchecked
    COMMAND ${CMAKE_COMMAND} -E rename ${module}.unchecked ${module}
    DEPENDS ${name} ${PROJECT_SOURCE_DIR}/client-wasm/check_module.mjs
    COMMENT "Optimising ${name}.wasm"
    VERBATIM)
  add_custom_target(${name}_module ALL DEPENDS ${module})
endfunction()
