# SPDX-License-Identifier: Apache-2.0
# Windows and macOS: the programs with Qt and every other library beside them, as Qt's own deployment tools put them.
if(APPLE)
    set_target_properties(saltdesk PROPERTIES
        MACOSX_BUNDLE ON
        MACOSX_BUNDLE_BUNDLE_NAME Saltdesk
        MACOSX_BUNDLE_GUI_IDENTIFIER io.github.saltdesk.Saltdesk
        MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION}
        MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION})
else()
    set_target_properties(saltdesk PROPERTIES WIN32_EXECUTABLE ON)
endif()
install(TARGETS saltdesk saltdesk-sandbox BUNDLE DESTINATION . RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION .)
qt_generate_deploy_app_script(TARGET saltdesk FILENAME_VARIABLE deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT "${deploy_script}")
if(WIN32)
    # Qt's tool knows Qt's libraries only; the others lie beside the compiler.
    get_filename_component(compiler_folder "${CMAKE_CXX_COMPILER}" DIRECTORY)
    install(CODE "set(compiler_folder \"${compiler_folder}\")")
    install(CODE [[
        file(GET_RUNTIME_DEPENDENCIES EXECUTABLES "${CMAKE_INSTALL_PREFIX}/bin/saltdesk.exe" RESOLVED_DEPENDENCIES_VAR libraries
            UNRESOLVED_DEPENDENCIES_VAR missing DIRECTORIES "${compiler_folder}" "${CMAKE_INSTALL_PREFIX}/bin"
            PRE_EXCLUDE_REGEXES "api-ms-.*" "ext-ms-.*" "^[Qq]t6.*" POST_EXCLUDE_REGEXES ".*[Ss]ystem32.*")
        if(missing)
            message(FATAL_ERROR "not found: ${missing}")
        endif()
        file(INSTALL ${libraries} DESTINATION "${CMAKE_INSTALL_PREFIX}/bin" FOLLOW_SYMLINK_CHAIN)
    ]])
endif()
