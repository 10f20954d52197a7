"""An S3 that checks signatures, for tests: OpenStack Swift's s3api (Debian: swift-proxy, swift-account,
swift-container, swift-object) on loopback, everything below one folder.

Usage: s3_judge.py FOLDER. Prints "ready PORT" when it answers; ends with all it started when its standard
input ends. Access key test:tester, secret testing, region us-east-1.
"""
import os
import pwd
import signal
import socket
import sys
import time

from swift.common import utils

FOLDER = sys.argv[1]
utils.SWIFT_CONF_FILE = os.path.join(FOLDER, "swift.conf")
ROLES = ["account", "container", "object"]

COMMON = """[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
workers = 0
user = {user}
swift_dir = {folder}
devices = {folder}/devices
mount_check = false
disable_fallocate = true
log_address = {folder}/no-syslog
# A busy machine is no reason to hang up.
client_timeout = 900
"""
STORE = COMMON + """[pipeline:main]
pipeline = {role}-server
[app:{role}-server]
use = egg:swift#{role}
"""
PROXY = COMMON + """[pipeline:main]
pipeline = catch_errors cache listing_formats s3api tempauth copy slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
node_timeout = 900
conn_timeout = 60
allow_account_management = true
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
# There must be a cache; none answers at that port, which Swift bears.
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
s3_acl = no
dns_compliant_bucket_names = yes
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:copy]
use = egg:swift#copy
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
"""
HASH = """[swift-hash]
swift_hash_path_suffix = judge
swift_hash_path_prefix = judge
[storage-policy:0]
name = gold
default = yes
"""


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def write(name, text):
    with open(os.path.join(FOLDER, name), "w") as file:
        file.write(text)


def ring(role, port):
    from swift.common.ring import RingBuilder

    builder = RingBuilder(4, 1, 0)
    builder.add_dev({"id": 0, "region": 1, "zone": 1, "ip": "127.0.0.1", "port": port, "device": "one", "weight": 1.0})
    builder.rebalance()
    builder.get_ring().save(os.path.join(FOLDER, role + ".ring.gz"))


def serve(config, section):
    """In a child of its own, which ends with its parent."""
    child = os.fork()
    if child:
        return child
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    log = os.open(os.path.join(FOLDER, section + ".log"), os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    from swift.common.wsgi import run_wsgi

    run_wsgi(os.path.join(FOLDER, config), section, verbose=True)
    os._exit(0)


def answers(port):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        return True
    except OSError:
        return False


def main():
    os.makedirs(os.path.join(FOLDER, "devices", "one"))
    write("swift.conf", HASH)
    ports = dict(zip(ROLES + ["proxy"], free_ports(4)))
    facts = {"folder": FOLDER, "user": pwd.getpwuid(os.getuid()).pw_name}
    children = []
    for role in ROLES:
        ring(role, ports[role])
        write(role + ".conf", STORE.format(role=role, port=ports[role], **facts))
        children.append(serve(role + ".conf", role + "-server"))
    write("proxy.conf", PROXY.format(port=ports["proxy"], **facts))
    children.append(serve("proxy.conf", "proxy-server"))
    for _ in range(1200):
        if all(answers(port) for port in ports.values()):
            break
        time.sleep(0.1)
    print("ready", ports["proxy"], flush=True)
    sys.stdin.read()
    for child in children:
        os.kill(child, signal.SIGKILL)


main()
