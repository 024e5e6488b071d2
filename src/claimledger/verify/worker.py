"""One check in a process of its own, within a time and a memory budget.

Processes are forked from a server that has imported the heavy libraries once, so that isolation costs milliseconds.
The child leads its own process group: whatever it started is killed with it.
"""

import multiprocessing
import os
import resource
import signal
import sys
import time
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import msgspec

from claimledger import facts
from claimledger.judge import Finding
from claimledger.model import Budget, Evidence

PRELOAD = [
    "__main__",
    "claimledger.verify.worker",
    "claimledger.settle",
    "claimledger.evidence",
    "sympy",
    "flint",
    "numpy",
    "mpmath",
    "hypothesis",
]
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")


class Work(msgspec.Struct, frozen=True):
    """What a worker is sent: evidence to run, or, with `build`, prover modules to build ahead."""

    root: str
    evidence: Evidence | None = None
    build: list[str] = []
    jobs: int = 1

    @property
    def budget(self) -> Budget:
        """The budget of the evidence; building has ten minutes."""
        return self.evidence.budget if self.evidence else Budget(seconds=600, mib=16384)


class Worker:
    """A running check."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.started = time.monotonic()
        self.connection, theirs = _context().Pipe(duplex=False)
        self.process: BaseProcess = _context().Process(target=_child, args=(theirs, msgspec.json.encode(work)), daemon=True)
        self.process.start()
        theirs.close()

    @property
    def deadline(self) -> float:
        """When it is killed, on the monotonic clock."""
        return self.started + self.work.budget.seconds

    def finish(self) -> Finding:
        """The finding, where the connection has one or is closed, or the deadline has passed; the process is gone after."""
        seconds = self.work.budget.seconds
        try:
            answer = self.connection.recv_bytes() if self.connection.poll(0) else None
        except EOFError:
            answer = None
            self.process.join(1)
        late = answer is None and self.process.is_alive()
        self._kill()
        if answer is not None:
            return msgspec.json.decode(answer, type=Finding)
        if late:
            return _failed("over-budget", f"over its {seconds} s")
        return _failed(
            "error", f"the worker ended with {_ending(self.process.exitcode)}, of its {self.work.budget.mib} MiB perhaps"
        )

    def _kill(self) -> None:
        pid = self.process.pid
        if pid is not None:
            try:
                os.killpg(pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                self.process.kill()
        self.process.join()
        self.connection.close()


def _failed(outcome: str, message: str) -> Finding:
    return Finding(given=facts.Failure(outcome=outcome, message=message))  # type: ignore[arg-type]


def _ending(code: int | None) -> str:
    return signal.Signals(-code).name if code is not None and code < 0 else f"exit code {code}"


def _context() -> multiprocessing.context.ForkServerContext:
    return multiprocessing.get_context("forkserver")


def warm_up() -> None:
    """Start the server that workers are forked from."""
    for name in ONE_THREAD:
        os.environ[name] = "1"
    os.environ["PYTHONHASHSEED"] = "0"
    _context().set_forkserver_preload(PRELOAD)


def _child(connection: Connection, data: bytes) -> None:
    """In the worker: limits first, then the check, then one message."""
    os.setsid()
    work = msgspec.json.decode(data, type=Work)
    limit = work.budget.mib * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(quiet, stream)
    sys.setrecursionlimit(10_000)
    connection.send_bytes(msgspec.json.encode(_work(work)))
    connection.close()


def _work(work: Work) -> Finding:
    from claimledger import evidence
    from claimledger.evidence import rocq

    os.chdir(work.root)
    if work.evidence is None:
        rocq.prepare(Path(work.root), work.build, work.jobs)
        return Finding(given=facts.Ran(cells=0, assertions=0))
    try:
        return evidence.run(Path(work.root), work.evidence)
    except MemoryError:
        return _failed("over-budget", f"over its {work.budget.mib} MiB")
    except Exception as error:
        return _failed("error", f"{type(error).__name__}: {error}"[:400])
