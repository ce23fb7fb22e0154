# SPDX-License-Identifier: Apache-2.0

# saltdesk_library(name SOURCES … PUBLIC … PRIVATE …)
# One folder of the house as a library: static in whatever is shipped. The builds with tests link it shared, since two
# hundred test programs with every layer inside take 20 GB under the sanitizers. Its own folder is its only include path,
# so a layer sees another one's headers only by linking it.
option(SALTDESK_SHARED_LAYERS "Each layer is a shared library, for builds of many test programs" OFF)
function(saltdesk_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
    if(arg_UNPARSED_ARGUMENTS OR NOT arg_SOURCES)
        message(FATAL_ERROR "saltdesk_library(${name}): needs SOURCES and takes only SOURCES, PUBLIC, PRIVATE")
    endif()
    if(SALTDESK_SHARED_LAYERS)
        set(kind SHARED)
    else()
        set(kind STATIC)
    endif()
    qt_add_library(${name} ${kind} ${arg_SOURCES})
    target_include_directories(${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
    target_link_libraries(${name} PUBLIC saltdesk_rules ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
endfunction()
