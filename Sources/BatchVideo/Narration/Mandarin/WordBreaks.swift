import _FoundationICU

/// ICU's dictionary-based word boundaries, the only thing the hub takes from ICU.
enum WordBreaks {
    /// Ends of the words of `text` (UTF-16), ascending; the last one is `text.count`.
    ///
    /// Falls back to one word per unit where ICU cannot be opened: words are then joined less well,
    /// and nothing else changes.
    static func ends(of text: [UInt16], locale: String) -> [Int] {
        guard !text.isEmpty else { return [] }
        var status = U_ZERO_ERROR
        return text.withUnsafeBufferPointer { units in
            guard
                let iterator = swift_ubrk_open(
                    UBRK_WORD, locale, units.baseAddress, Int32(units.count), &status)
            else { return Array(1...units.count) }
            defer { swift_ubrk_close(iterator) }
            var ends: [Int] = []
            var boundary = swift_ubrk_next(iterator)
            while boundary != -1 {
                ends.append(Int(boundary))
                boundary = swift_ubrk_next(iterator)
            }
            return ends
        }
    }
}
