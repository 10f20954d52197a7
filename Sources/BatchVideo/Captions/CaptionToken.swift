/// The smallest piece of a sentence that a caption keeps together: a word with its punctuation, a
/// number with its unit, a short title in 《》.
struct CaptionToken: Hashable, Sendable {
    /// Where it stands in its sentence (UTF-16), trailing space included.
    var range: TextRange
    /// Width in columns, and how much of it is not shown when it ends a line.
    var columns: Int
    var hiddenColumns: Int
    /// UTF-16 units at its end that are not shown when it ends a line.
    var hiddenUnits: Int
    /// Visible characters, for reading speed.
    var characters: Int
    var span: TimeSpan
    /// Cost of ending a caption or line after it (``BreakCost``).
    var breakCost: Double
    /// Something that ends a sentence stands at its end.
    var endsSentence: Bool

    var shownColumns: Int { columns - hiddenColumns }
}
