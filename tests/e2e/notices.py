# SPDX-License-Identifier: Apache-2.0
"""org.freedesktop.Notifications for the tests: prints "ready", then one line of JSON for each call. Clicks on the notice
whose number it reads."""
import json
import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.Notifications"
INTERFACE = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/><arg type="s" direction="out"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>"""
PATH = "/org/freedesktop/Notifications"
ANSWERS = {"GetCapabilities": GLib.Variant("(as)", (["body", "actions"],)), "CloseNotification": None,
           "GetServerInformation": GLib.Variant("(ssss)", ("test", "test", "1", "1.2"))}
last = 0


def answer(_connection, _sender, _path, _interface, method, arguments, invocation):
    global last
    say({"method": method, "arguments": arguments.unpack()})
    if method == "Notify":
        last += 1
        invocation.return_value(GLib.Variant("(u)", (last,)))
    else:
        invocation.return_value(ANSWERS[method])


def say(what):
    print(what if isinstance(what, str) else json.dumps(what), flush=True)


def take(connection, _name):
    description = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
    connection.register_object(PATH, description, answer, None, None)

    def click(stdin, _condition):
        number = GLib.Variant("(us)", (int(stdin.readline()), "default"))
        connection.emit_signal(None, PATH, NAME, "ActionInvoked", number)
        return True
    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN, click)


Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.DO_NOT_QUEUE, take,
                 lambda *_: say("ready"), lambda *_: say("lost"))
GLib.MainLoop().run()
