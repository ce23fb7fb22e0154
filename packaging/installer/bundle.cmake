# SPDX-License-Identifier: Apache-2.0
# Completes an installed tree to one that runs on a computer without Qt: plugins, translations and the libraries that both
# and the programs need. usage: cmake -DTREE=… -DQT_QUERY=…/qmake6 -P bundle.cmake
cmake_minimum_required(VERSION 3.25)

# What Saltdesk can use; each entry is a promise that a test of the packages keeps.
set(plugins
    platforms/libqxcb.so platforms/libqwayland-generic.so platforms/libqwayland-egl.so platforms/libqoffscreen.so
    wayland-shell-integration/libxdg-shell.so wayland-decoration-client/libbradient.so
    wayland-graphics-integration-client/libqt-plugin-wayland-egl.so
    sqldrivers/libqsqlite.so
    platforminputcontexts/libcomposeplatforminputcontextplugin.so
    platforminputcontexts/libibusplatforminputcontextplugin.so
    tls/libqopensslbackend.so tls/libqcertonlybackend.so networkinformation/libqnetworkmanager.so
    imageformats/libqgif.so imageformats/libqico.so imageformats/libqjpeg.so imageformats/libqsvg.so iconengines/libqsvgicon.so)

# Older C libraries are refused, and no system without GCC's runtime has a C library that new.
set(of_every_system "^(ld-linux-x86-64|libc|libm|libdl|libpthread|librt|libresolv|libstdc\\+\\+|libgcc_s)\\.so")
# These work hand in hand with what the desktop brings: its graphics drivers, its GIO modules. The desktop's own go
# first; ours are for where it has none. Each group goes as a whole.
set(group_gl "^lib(EGL|GLX|OpenGL|GLdispatch)\\.so")
set(group_glib "^lib(glib-2\\.0|gobject-2\\.0|gio-2\\.0|gmodule-2\\.0|mount|blkid|selinux|pcre2-8)\\.so")

function(query variable what)
    execute_process(COMMAND "${QT_QUERY}" -query ${what} OUTPUT_VARIABLE value OUTPUT_STRIP_TRAILING_WHITESPACE
        COMMAND_ERROR_IS_FATAL ANY)
    set(${variable} "${value}" PARENT_SCOPE)
endfunction()

function(run)
    execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

query(qt_plugins QT_INSTALL_PLUGINS)
query(qt_translations QT_INSTALL_TRANSLATIONS)
query(qt_libraries QT_INSTALL_LIBS)

foreach(plugin IN LISTS plugins)
    get_filename_component(folder "${plugin}" DIRECTORY)
    file(INSTALL "${qt_plugins}/${plugin}" DESTINATION "${TREE}/plugins/${folder}")
endforeach()
file(GLOB translations "${qt_translations}/qtbase_*.qm")
if(NOT translations)
    message(FATAL_ERROR "Qt's translations are not installed")
endif()
file(INSTALL ${translations} DESTINATION "${TREE}/translations")
file(WRITE "${TREE}/bin/qt.conf" "[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = translations\n")

# QtKeychain loads it by name.
file(GLOB loaded "${qt_libraries}/libsecret-1.so.0")
if(NOT loaded)
    message(FATAL_ERROR "libsecret is not installed")
endif()
file(GLOB programs "${TREE}/bin/saltdesk" "${TREE}/bin/saltdesk-sandbox")
list(TRANSFORM plugins PREPEND "${qt_plugins}/" OUTPUT_VARIABLE modules)
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${programs} MODULES ${modules} LIBRARIES ${loaded}
    RESOLVED_DEPENDENCIES_VAR libraries
    UNRESOLVED_DEPENDENCIES_VAR missing
    PRE_EXCLUDE_REGEXES ${of_every_system})
if(missing)
    message(FATAL_ERROR "not found: ${missing}")
endif()
foreach(library IN LISTS libraries loaded)
    get_filename_component(name "${library}" NAME)
    set(folder "${TREE}/lib")
    foreach(group IN ITEMS gl glib)
        if(name MATCHES "${group_${group}}")
            set(folder "${TREE}/lib/unless-there/${group}")
        endif()
    endforeach()
    # A library is known by the name that others ask for; the file behind it has a longer one.
    file(REAL_PATH "${library}" file)
    file(MAKE_DIRECTORY "${folder}")
    file(COPY_FILE "${file}" "${folder}/${name}")
endforeach()

# RUNPATH, not RPATH: what the desktop's own libraries need is not looked for among ours.
file(GLOB bundled "${TREE}/lib/*.so*" "${TREE}/lib/unless-there/*/*.so*")
foreach(library IN LISTS bundled)
    run(patchelf --set-rpath "$ORIGIN" "${library}")
endforeach()
file(GLOB bundled "${TREE}/plugins/*/*.so")
foreach(plugin IN LISTS bundled)
    run(patchelf --set-rpath "$ORIGIN/../../lib" "${plugin}")
endforeach()
foreach(program IN LISTS programs)
    run(strip "${program}")
    run(patchelf --set-rpath "$ORIGIN/../lib" "${program}")
endforeach()
