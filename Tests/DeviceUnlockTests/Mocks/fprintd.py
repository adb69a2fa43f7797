"""The service of fprintd as a template of python-dbusmock: at most one reader, and its verdicts.

Parameters, all optional: "fingers" (names of enrolled ones), "verdicts" (pairs of a status and
whether it is the last one, sent once a verification has started), "absent" (there is no reader),
"claim" (name of the D-Bus error with which the reader refuses to be claimed).
"""

import dbus
from dbusmock import mockobject
from gi.repository import GLib

BUS_NAME = "net.reactivated.Fprint"
MAIN_OBJ = "/net/reactivated/Fprint/Manager"
MAIN_IFACE = "net.reactivated.Fprint.Manager"
SYSTEM_BUS = True

READER = "/net/reactivated/Fprint/Device/0"
READER_IFACE = "net.reactivated.Fprint.Device"
ERROR = "net.reactivated.Fprint.Error."


def fail(name, text):
    raise dbus.exceptions.DBusException(text, name=ERROR + name)


def load(mock, parameters):
    mock.wishes = parameters
    if not parameters.get("absent"):
        properties = {"name": "Reader of the tests", "scan-type": "press"}
        mock.AddObject(READER, READER_IFACE, properties, [])


def wishes():
    return mockobject.objects[MAIN_OBJ].wishes


@dbus.service.method(MAIN_IFACE, in_signature="", out_signature="ao")
def GetDevices(self):
    return dbus.Array([path for path in mockobject.objects if path == READER], signature="o")


@dbus.service.method(MAIN_IFACE, in_signature="", out_signature="o")
def GetDefaultDevice(self):
    if READER not in mockobject.objects:
        fail("NoSuchDevice", "No devices available")
    return dbus.ObjectPath(READER)


@dbus.service.method(READER_IFACE, in_signature="s", out_signature="")
def Claim(self, user):
    if wishes().get("claim"):
        fail(wishes()["claim"], "No")


@dbus.service.method(READER_IFACE, in_signature="", out_signature="")
def Release(self):
    pass


@dbus.service.method(READER_IFACE, in_signature="s", out_signature="as")
def ListEnrolledFingers(self, user):
    if not wishes().get("fingers"):
        fail("NoEnrolledPrints", "Failed to discover prints")
    return wishes()["fingers"]


@dbus.service.method(READER_IFACE, in_signature="s", out_signature="")
def VerifyStart(self, finger):
    def tell():
        for status, done in wishes().get("verdicts", []):
            self.EmitSignal(READER_IFACE, "VerifyStatus", "sb", [status, done])

    # After the answer to this call: what comes before it does not count.
    GLib.timeout_add(50, tell)


@dbus.service.method(READER_IFACE, in_signature="", out_signature="")
def VerifyStop(self):
    pass
