import Glibc

/// Feeds a child's standard input as fast as the child reads.
struct InputPump {
    private let end: PipeEnd
    private let source: ByteSource?
    private var bytes: [UInt8] = []
    private var pending: UnsafeRawBufferPointer?
    private var offset = 0

    init(_ end: PipeEnd, _ input: ToolInput) {
        self.end = end
        Pipe.makeNonblocking(end)
        switch input {
        case .none:
            source = nil
            end.shut()
        case .bytes(let all):
            source = nil
            bytes = all
        case .source(let next):
            source = next
        }
    }

    var descriptor: Int32 { end.descriptor }

    /// Writes what fits; closes the pipe after the last byte. A child that stops reading early is no
    /// error here: its exit says what it thinks.
    mutating func write() throws {
        guard end.isOpen else { return }
        let written: Int
        if let source {
            if pending == nil || offset == pending?.count {
                pending = try source()
                offset = 0
            }
            guard let pending else { return finish() }
            written = send(pending)
        } else {
            guard offset < bytes.count else { return finish() }
            written = bytes.withUnsafeBytes { send($0) }
        }
        if written < 0 && errno != EAGAIN && errno != EINTR { return finish() }
        offset += max(0, written)
    }

    mutating func finish() {
        end.shut()
        pending = nil
    }

    private func send(_ all: UnsafeRawBufferPointer) -> Int {
        let rest = UnsafeRawBufferPointer(rebasing: all[offset...])
        return Glibc.write(end.descriptor, rest.baseAddress, rest.count)
    }
}

/// Drains one of a child's outputs.
final class OutputPump {
    private let end: PipeEnd
    let sink: ByteSink
    private let buffer = UnsafeMutableRawBufferPointer.allocate(
        byteCount: Int(Pipe.capacityBytes), alignment: 16)

    init(_ end: PipeEnd, _ sink: @escaping ByteSink) {
        self.end = end
        self.sink = sink
        Pipe.makeNonblocking(end)
    }

    deinit { buffer.deallocate() }

    var isOpen: Bool { end.isOpen }
    var descriptor: Int32 { end.descriptor }

    /// Hands over what is there; closes at the end of the stream.
    func read(_ take: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        guard end.isOpen else { return }
        let count = Glibc.read(end.descriptor, buffer.baseAddress, buffer.count)
        if count > 0 {
            try take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
            end.shut()
        }
    }
}
