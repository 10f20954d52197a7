"""The real server on a free port, and a wire to it that can be cut."""
import json
import os
import pathlib
import signal
import socket
import subprocess
import threading
import time
import urllib.request

PASSWORD = "Correct-Horse-7"


class Server:
    """`batchvideo serve` with data of its own; ended by its pid."""

    def __init__(self, program, folder, slots=1):
        self.program, self.folder = str(program), pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.log = open(self.folder / "server.log", "ab")
        self.process = subprocess.Popen(
            [self.program, "serve", "--data", str(self.folder / "data"), "--port", "0", "--slots", str(slots),
             "--allow-registration"],
            stdout=subprocess.PIPE, stderr=self.log, text=True,
            env={**os.environ, "BATCHVIDEO_CACHE": str(self.folder / "cache")})
        line = self.process.stdout.readline()
        if "http://" not in line:
            raise RuntimeError(f"the server did not start: {line!r}; see {self.folder}/server.log")
        self.port = int(line.strip().rsplit(":", 1)[1])
        self.base = f"http://127.0.0.1:{self.port}"

    def add_user(self, name, admin=False):
        words = [self.program, "user", "add", name, "--data", str(self.folder / "data")] + (["--admin"] if admin else [])
        subprocess.run(words, input=PASSWORD + "\n", text=True, check=True, capture_output=True)

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()


class API:
    """Calls as a script of the user makes them."""

    def __init__(self, server, name):
        self.base = server.base + "/api"
        self.token = self("POST", "/auth/login", {"username": name, "password": PASSWORD})["access_token"]

    def __call__(self, method, path, body=None):
        headers = {"content-type": "application/json"}
        if getattr(self, "token", None):
            headers["authorization"] = "Bearer " + self.token
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, headers, method=method)
        with urllib.request.urlopen(request, timeout=120) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def wait(self, job, state="SUCCESS", seconds=600):
        """Until the job's run has ended; fails when it ended otherwise."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            row = self("GET", f"/jobs/{job}")
            if row["execution_status"] not in ("PENDING", "RUNNING"):
                assert row["execution_status"] == state, row["status_detail"]
                return row
            time.sleep(0.3)
        raise AssertionError(f"job {job} did not end in {seconds} s")


class Wire:
    """Passes connections on to a port; `cut` ends them all and refuses new ones until `heal`."""

    def __init__(self, port):
        self.target, self.is_cut, self.open = port, False, set()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            if self.is_cut:
                near.close()
                continue
            far = socket.create_connection(("127.0.0.1", self.target))
            self.open.add((near, far))
            for pair in ((near, far), (far, near)):
                threading.Thread(target=self._pump, args=pair, daemon=True).start()

    def _pump(self, source, target):
        try:
            while data := source.recv(65536):
                target.sendall(data)
        except OSError:
            pass
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def cut(self):
        self.is_cut = True
        for pair in list(self.open):
            for end in pair:
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
        self.open.clear()

    def heal(self):
        self.is_cut = False

    def close(self):
        self.listener.close()
        self.cut()
