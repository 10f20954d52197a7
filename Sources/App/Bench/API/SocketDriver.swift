import BatchVideo
import Foundation
import Glibc
import Synchronization

/// What one connection says, and what it makes of what it hears. A value; the driver keeps it.
protocol Exchange: Sendable {
    /// The first bytes to send.
    mutating func begin() -> [UInt8]
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> ExchangeStep
    /// The connection is gone before the exchange was done; `reason` is nil when the other side closed it.
    mutating func lost(_ reason: String?)
}

enum ExchangeStep {
    case more
    case send([UInt8])
    /// Closes the connection.
    case done
}

/// Tells a driver to stop, from anywhere.
final class StopFlag: Sendable {
    private let flag = Atomic(false)

    var isRaised: Bool { flag.load(ordering: .relaxed) }
    func raise() { flag.store(true, ordering: .relaxed) }
}

/// Many connections to one port of this machine, all on one thread: cheap enough to measure a server
/// that shares the cores with it.
struct SocketDriver: Sendable {
    let port: Int

    /// Opens a connection for every exchange at once and serves them until all are done, `limit` has
    /// passed or `stop` is raised. Returns the exchanges as they ended, in order.
    func run<Each: Exchange>(
        _ exchanges: [Each], limit: Duration, until stop: StopFlag = StopFlag()
    ) async throws -> [Each] {
        let ended = await withTaskCancellationHandler {
            await withCheckedContinuation { (done: CheckedContinuation<[Each], Never>) in
                // It blocks: not on the cooperative pool.
                Thread.detachNewThread {
                    var drive = Drive(exchanges, port: port)
                    done.resume(returning: drive.run(until: .now + limit, or: stop))
                }
            }
        } onCancel: {
            stop.raise()
        }
        try Task.checkCancellation()
        return ended
    }

    /// A port that nobody listened on a moment ago.
    static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(descriptor) }
        var address = loopback(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard isBound else {
            throw BatchVideoError(.unavailable, "no port is free on 127.0.0.1; check the machine's network")
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    fileprivate static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}

/// One run of the driver, on its thread.
private struct Drive<Each: Exchange> {
    private var exchanges: [Each]
    /// Beside the exchanges; a closed one is -1, which `poll` passes over.
    private var polled: [pollfd]
    /// What is still to be sent, and how much of it was.
    private var output: [(bytes: [UInt8], sent: Int)]
    private var openCount: Int
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    init(_ exchanges: [Each], port: Int) {
        self.exchanges = exchanges
        polled = []
        output = []
        openCount = exchanges.count
        for index in exchanges.indices {
            output.append((self.exchanges[index].begin(), 0))
            polled.append(pollfd(fd: -1, events: Int16(POLLOUT | POLLIN), revents: 0))
        }
        for index in exchanges.indices { connect(index, port) }
    }

    mutating func run(until deadline: ContinuousClock.Instant, or stop: StopFlag) -> [Each] {
        while openCount > 0, !stop.isRaised, ContinuousClock.now < deadline {
            guard poll(&polled, nfds_t(polled.count), 50) > 0 else { continue }
            for index in polled.indices where polled[index].revents != 0 { serve(index) }
        }
        for index in polled.indices where polled[index].fd >= 0 { close(polled[index].fd) }
        buffer.deallocate()
        return exchanges
    }

    private mutating func connect(_ index: Int, _ port: Int) {
        let flags = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        let descriptor = socket(AF_INET, Int32(flags), 0)
        polled[index].fd = descriptor
        var address = SocketDriver.loopback(port: port)
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code != 0, errno != EINPROGRESS else { return }
        end(index, String(cString: strerror(errno)))
    }

    private mutating func serve(_ index: Int) {
        let events = Int32(polled[index].revents)
        if events & POLLOUT != 0 { flush(index) }
        guard polled[index].fd >= 0, events & (POLLIN | POLLHUP | POLLERR) != 0 else { return }
        let count = recv(polled[index].fd, buffer.baseAddress, buffer.count, 0)
        guard count > 0 else {
            if count < 0, errno == EAGAIN || errno == EINTR { return }
            return end(index, count == 0 ? nil : String(cString: strerror(errno)))
        }
        switch exchanges[index].take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) {
        case .more: break
        case .done: hangUp(index)
        case .send(let bytes):
            output[index] = (bytes, 0)
            flush(index)
        }
    }

    private mutating func flush(_ index: Int) {
        let (bytes, sent) = output[index]
        let count = bytes[sent...].withUnsafeBytes {
            send(polled[index].fd, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count < 0, errno != EAGAIN, errno != EINTR {
            return end(index, String(cString: strerror(errno)))
        }
        output[index].sent += max(0, count)
        let isSent = output[index].sent == bytes.count
        polled[index].events = Int16(isSent ? POLLIN : POLLIN | POLLOUT)
    }

    private mutating func end(_ index: Int, _ reason: String?) {
        exchanges[index].lost(reason)
        hangUp(index)
    }

    private mutating func hangUp(_ index: Int) {
        if polled[index].fd >= 0 { close(polled[index].fd) }
        polled[index].fd = -1
        openCount -= 1
    }
}
