"""A disk that writes down all it is asked to do, bytes included, in the trace of a world."""

from tests.faults.disk import FaultDisk


class TracedDisk(FaultDisk):
    """Every call that changes anything becomes a line of `trace`."""

    def __init__(self, trace=None):
        super().__init__()
        self.trace = [] if trace is None else trace

    def create(self, path):
        self.trace.append(("create", path.name))
        return super().create(path)

    def write(self, handle, data):
        self.trace.append(("write", bytes(data)))
        return super().write(handle, data)

    def sync(self, handle):
        self.trace.append(("sync",))
        super().sync(handle)

    def truncate(self, handle, size):
        self.trace.append(("truncate", size))
        super().truncate(handle, size)

    def rename(self, old, new):
        self.trace.append(("rename", old.name, new.name))
        super().rename(old, new)

    def unlink(self, path):
        self.trace.append(("unlink", path.name))
        super().unlink(path)

    def sync_folder(self, folder):
        self.trace.append(("sync folder",))
        super().sync_folder(folder)
