/// Which vendors are asked for what, by their names; empty: all that are configured and can.
struct VendorUse: Sendable {
    var images: [String] = []
    var clips: [String] = []
    var models: [String] = []
    var footage: [String] = []
    var speech: [String] = []
    var conversion: [String] = []
    var transcription: [String] = []
    var presenters: [String] = []
    var ocr: [String] = []

    /// At the end of a list: our own part stands in when all vendors are out of order.
    static let embedded = "embedded"
    /// Alone in a list: no vendor.
    static let nobody = "none"
}
