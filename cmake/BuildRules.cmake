# SPDX-License-Identifier: Apache-2.0
# One INTERFACE target that every target links: the language, warnings as errors, hardening and Qt's strict mode.
add_library(saltdesk_rules INTERFACE)
target_compile_features(saltdesk_rules INTERFACE cxx_std_20)

target_compile_options(saltdesk_rules INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wformat=2
    -Werror=switch
    -fstack-protector-strong)
option(SALTDESK_WERROR "Warnings are errors" ON)
if(SALTDESK_WERROR)
    target_compile_options(saltdesk_rules INTERFACE -Werror)
endif()
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT WIN32 AND NOT APPLE)
    target_link_options(saltdesk_rules INTERFACE LINKER:-z,relro LINKER:-z,now)
endif()

target_compile_definitions(saltdesk_rules INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(SALTDESK_SANITIZE)
    target_compile_options(saltdesk_rules INTERFACE
        -fsanitize=${SALTDESK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(saltdesk_rules INTERFACE -fsanitize=${SALTDESK_SANITIZE})
else()
    # The fortified C library calls need the optimiser, and get in the way of the address sanitizer.
    target_compile_definitions(saltdesk_rules INTERFACE
        $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2> $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
endif()
if(SALTDESK_COVERAGE)
    target_compile_options(saltdesk_rules INTERFACE --coverage)
    target_link_options(saltdesk_rules INTERFACE --coverage)
endif()

find_program(SALTDESK_CCACHE ccache)
if(SALTDESK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Depend mode: no second run of the preprocessor; its entries serve this folder only, not another checkout.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_DEPEND=1
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${SALTDESK_CCACHE})
endif()
find_program(SALTDESK_MOLD mold)
if(SALTDESK_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_link_options(saltdesk_rules INTERFACE -fuse-ld=mold)
endif()
