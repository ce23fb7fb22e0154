# SPDX-License-Identifier: Apache-2.0

# saltdesk_test(NAME … KIND unit|contract|integration|gui SOURCES … LIBRARIES … [TIMEOUT seconds] [RUNNER program])
# Registers one Qt Test executable, labelled by its kind, with the environment that every test gets: no display, a fixed
# time zone and locale, and settings that stay away from the user's own; the windows of the gui tests tell his desktop
# nothing. A runner is started instead of the test, with the test as its argument, and makes the surroundings that it
# needs.
function(saltdesk_test)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;KIND;TIMEOUT;RUNNER" "SOURCES;LIBRARIES")
    foreach(needed NAME KIND SOURCES LIBRARIES)
        if(NOT arg_${needed})
            message(FATAL_ERROR "saltdesk_test(${arg_NAME}): ${needed} is missing")
        endif()
    endforeach()
    if(arg_UNPARSED_ARGUMENTS OR NOT arg_KIND MATCHES "^(unit|contract|integration|gui)$")
        message(FATAL_ERROR "saltdesk_test(${arg_NAME}): unknown argument or kind '${arg_KIND}' ${arg_UNPARSED_ARGUMENTS}")
    endif()
    set(bus)
    if(arg_KIND STREQUAL gui)
        set(bus "DBUS_SESSION_BUS_ADDRESS=disabled:;")
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_executable(${arg_NAME} ${arg_SOURCES})
    # moc by hand: AUTOMOC would compile a second, empty file for each of the hundred tests.
    set(mocs "${CMAKE_CURRENT_BINARY_DIR}/${arg_NAME}_moc")
    foreach(source IN LISTS arg_SOURCES)
        if(source MATCHES "^(tst_.*)\\.cpp$")
            qt_generate_moc(${source} "${mocs}/${CMAKE_MATCH_1}.moc" TARGET ${arg_NAME})
            target_sources(${arg_NAME} PRIVATE "${mocs}/${CMAKE_MATCH_1}.moc")
        endif()
    endforeach()
    target_include_directories(${arg_NAME} PRIVATE "${mocs}")
    set_target_properties(${arg_NAME} PROPERTIES
        AUTOMOC OFF AUTOUIC OFF UNITY_BUILD OFF RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${arg_NAME} PRIVATE saltdesk_rules saltdesk_testing ${arg_LIBRARIES} Qt6::Test)
    add_test(NAME ${arg_NAME} COMMAND ${arg_RUNNER} $<TARGET_FILE:${arg_NAME}>)
    set_tests_properties(${arg_NAME} PROPERTIES
        LABELS ${arg_KIND}
        TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "${bus}QT_QPA_PLATFORM=offscreen;XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/tests/settings/${arg_NAME};XDG_DATA_HOME=${CMAKE_BINARY_DIR}/tests/data/${arg_NAME};TZ=UTC;LC_ALL=C.UTF-8;QT_HASH_SEED=0;QT_LOGGING_RULES=qt.qpa.*=false;SALTDESK_SOURCE_DIR=${CMAKE_SOURCE_DIR};ASAN_OPTIONS=detect_leaks=1:abort_on_error=0;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/lsan.supp;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()
