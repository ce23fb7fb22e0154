# SPDX-License-Identifier: Apache-2.0
# Runs before CPack packs. The RPM brings along the two libraries whose names change with every release, so that no other
# distribution has just these; it is not for one distribution, as the DEB is. All others keep their names for years.
if(NOT CPACK_GENERATOR STREQUAL RPM)
    return()
endif()
set(root "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr")
file(GLOB programs "${root}/bin/saltdesk*")
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${programs} RESOLVED_DEPENDENCIES_VAR libraries
    PRE_INCLUDE_REGEXES "^lib(simdjson|cpp-httplib)\\.so" PRE_EXCLUDE_REGEXES ".*")
list(LENGTH libraries count)
if(NOT count EQUAL 2)
    message(FATAL_ERROR "expected simdjson and cpp-httplib, found: ${libraries}")
endif()
foreach(library IN LISTS libraries)
    get_filename_component(name "${library}" NAME)
    file(REAL_PATH "${library}" library)
    file(MAKE_DIRECTORY "${root}/lib/saltdesk")
    file(COPY_FILE "${library}" "${root}/lib/saltdesk/${name}")
endforeach()
# Their licences and ours: an RPM's system has no folder of common ones.
set(licences "${root}/share/licenses/saltdesk")
file(COPY "${CPACK_SALTDESK_SOURCE}/LICENSE" DESTINATION "${licences}")
foreach(package IN ITEMS libcpp-httplib0.11 libsimdjson14)
    file(COPY_FILE "/usr/share/doc/${package}/copyright" "${licences}/${package}")
endforeach()
foreach(program IN LISTS programs)
    execute_process(COMMAND patchelf --set-rpath "$ORIGIN/../lib/saltdesk" "${program}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()

# rpmbuild brings times after that of the commit down to it; those of files that a checkout had before are lifted here.
file(GLOB_RECURSE everything LIST_DIRECTORIES true "${root}/*")
file(TOUCH_NOCREATE ${everything})
