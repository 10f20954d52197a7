"""A WebSocket server (aiohttp) for our own client to be tried on; serves until its input ends.

socket_server.py [CERTIFICATE KEY]: prints its port. Paths: /echo (messages come back), /pieces (a long
message in fragments and pings between), /large (a message of 2 MiB), /goodbye (closes with 4001), /vanish
(breaks the connection), /silent (says nothing), /refuse (403, no WebSocket), /moved (302), /wrong (a wrong
Sec-WebSocket-Accept).
"""

import asyncio
import ssl
import sys

from aiohttp import WSMsgType, web


async def echo(request):
    socket = web.WebSocketResponse(protocols=("binary",), max_msg_size=0)
    await socket.prepare(request)
    async for message in socket:
        if message.type == WSMsgType.TEXT:
            await socket.send_str(message.data)
        elif message.type == WSMsgType.BINARY:
            await socket.send_bytes(message.data)
    return socket


def frame(opcode, payload, is_last):
    head = bytes([(0x80 if is_last else 0) | opcode])
    size = len(payload)
    if size < 126:
        return head + bytes([size]) + payload
    return head + (bytes([126]) + size.to_bytes(2, "big") if size < 65536 else bytes([127]) + size.to_bytes(8, "big")) + payload


async def pieces(request):
    socket = web.WebSocketResponse(autoping=False)
    await socket.prepare(request)
    wire = request.transport
    wire.write(frame(1, "头".encode() * 10, False))
    wire.write(frame(9, b"there?", True))
    wire.write(frame(0, "中".encode() * 70000, False))
    wire.write(frame(0, "尾".encode(), True))
    pong = await socket.receive()
    await socket.send_str(f"{pong.type.name} {bytes(pong.data).decode()}")
    await socket.receive()
    return socket


async def large(request):
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    await socket.send_bytes(bytes(2 << 20))
    await socket.receive()
    return socket


async def goodbye(request):
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    await socket.close(code=4001, message=b"no more credit")
    return socket


async def vanish(request):
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    request.transport.write(frame(1, b"half", False))
    request.transport.abort()
    return socket


async def silent(request):
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    await socket.receive()
    return socket


async def refuse(request):
    return web.json_response({"error": "not for you"}, status=403)


async def moved(request):
    raise web.HTTPFound("http://169.254.169.254/")


async def wrong(request):
    return web.Response(
        status=101, headers={"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Accept": "bm9uc2Vuc2U="}
    )


async def main():
    app = web.Application()
    for work in (echo, pieces, large, goodbye, vanish, silent, refuse, moved, wrong):
        app.router.add_get(f"/{work.__name__}", work)
    context = None
    if len(sys.argv) > 2:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
    await site.start()
    print(site._server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await runner.cleanup()


asyncio.run(main())
