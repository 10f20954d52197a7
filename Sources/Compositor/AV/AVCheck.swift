import BatchVideo
import CAV

/// Throws a `.media` error that says what could not be done and why, when `code` is a libav error.
@discardableResult
func check(_ code: Int32, _ action: @autoclosure () -> String) throws -> Int32 {
    guard code < 0 else { return code }
    throw BatchVideoError(.media, "cannot \(action()): \(libavReason(code))", retry: .backoff)
}

/// Unwraps what libav allocates.
func allocated<Value>(_ value: Value?, _ what: String) throws -> Value {
    guard let value else {
        throw BatchVideoError(.unavailable, "out of memory for \(what)", retry: .backoff)
    }
    return value
}

func libavReason(_ code: Int32) -> String {
    var text = [CChar](repeating: 0, count: 128)
    av_strerror(code, &text, text.count)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
