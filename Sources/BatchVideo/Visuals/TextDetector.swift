package import Foundation

/// Writing found in a picture.
package struct FoundText: Hashable, Sendable, Codable {
    package var text: String
    /// 0 ... 1.
    package var confidence: Double

    package init(text: String, confidence: Double) {
        self.text = text
        self.confidence = confidence
    }
}

/// Port: finds writing in a picture (PNG or JPEG). A unit of cost is a picture.
package protocol TextDetector: VendorPart {
    func texts(in picture: URL, slip: CallSlip) async throws -> [FoundText]
}
