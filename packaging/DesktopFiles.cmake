# SPDX-License-Identifier: Apache-2.0
# The programs, and what a desktop of freedesktop.org and a Unix expect beside them.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(SALTDESK_RSVG_CONVERT rsvg-convert REQUIRED)
find_program(SALTDESK_GZIP gzip REQUIRED)

set(app_id io.github.saltdesk.Saltdesk)
set(made "${CMAKE_CURRENT_BINARY_DIR}/made")
file(MAKE_DIRECTORY "${made}/icons")

set(changelog "${PROJECT_SOURCE_DIR}/CHANGELOG.md")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${changelog}" release/changelog.py)
foreach(form IN ITEMS date appstream debian)
    execute_process(
        COMMAND "${Python3_EXECUTABLE}" "${CMAKE_CURRENT_SOURCE_DIR}/release/changelog.py" ${form} "${changelog}" ${PROJECT_VERSION}
        OUTPUT_VARIABLE ${form} OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
endforeach()
set(RELEASE_DATE "${date}")
set(RELEASES "${appstream}")
file(CONFIGURE OUTPUT "${made}/changelog" CONTENT "${debian}\n" @ONLY)
foreach(page IN ITEMS saltdesk.1 saltdesk-sandbox.1)
    configure_file(man/${page}.in "${made}/${page}" @ONLY)
endforeach()
configure_file(desktop/${app_id}.metainfo.xml.in "${made}/${app_id}.metainfo.xml" @ONLY)

# -n: neither name nor time of the file, so that the same content gives the same bytes.
foreach(text IN ITEMS saltdesk.1 saltdesk-sandbox.1 changelog)
    add_custom_command(OUTPUT "${made}/${text}.gz"
        COMMAND "${SALTDESK_GZIP}" -9nkf "${made}/${text}"
        DEPENDS "${made}/${text}" VERBATIM)
    list(APPEND made_files "${made}/${text}.gz")
endforeach()

# Below 32 pixels the desk under the crystal is a smear; those sizes have a drawing of their own.
foreach(size IN LISTS icon_sizes)
    set(drawing "${PROJECT_SOURCE_DIR}/resources/icons/saltdesk.svg")
    if(size LESS 32)
        set(drawing "${CMAKE_CURRENT_SOURCE_DIR}/icons/saltdesk-small.svg")
    endif()
    set(icon "${made}/icons/${size}.png")
    add_custom_command(OUTPUT "${icon}"
        COMMAND "${SALTDESK_RSVG_CONVERT}" --width ${size} --height ${size} --output "${icon}" "${drawing}"
        DEPENDS "${drawing}" VERBATIM)
    list(APPEND made_files "${icon}")
    install(FILES "${icon}" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps" RENAME saltdesk.png)
endforeach()
add_custom_target(saltdesk_desktop_files ALL DEPENDS ${made_files})

# The system's libraries are found without being told where; Qt's set-up says more.
set_target_properties(saltdesk saltdesk-sandbox PROPERTIES INSTALL_RPATH "")
install(TARGETS saltdesk saltdesk-sandbox RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES "${PROJECT_SOURCE_DIR}/resources/icons/saltdesk.svg"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES desktop/${app_id}.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${made}/${app_id}.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${made}/saltdesk.1.gz" "${made}/saltdesk-sandbox.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES debian/copyright "${made}/changelog.gz" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/saltdesk")
