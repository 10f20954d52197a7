package import Foundation

/// A picture that a vendor is asked for.
package struct ImageRequest: Hashable, Sendable, Codable {
    /// English unless the vendor takes more; without LoRA triggers.
    package var prompt: String
    package var negative: String
    /// The film's canvas; a vendor with sizes of its own takes the nearest by shape, not smaller if it can.
    package var size: PixelSize
    /// Below 2^53; vendors with fewer bits fold it.
    package var seed: UInt64
    package var lora: Lora?
    /// A picture of the person or thing that must look the same; absolute path.
    package var reference: String?
    /// 0 ... 1, how closely the reference is followed.
    package var referenceScale: Double

    package init(
        prompt: String, negative: String = "blurry, low quality", size: PixelSize, seed: UInt64,
        lora: Lora? = nil, reference: String? = nil, referenceScale: Double = 0.6
    ) {
        self.prompt = prompt
        self.negative = negative
        self.size = size
        self.seed = seed
        self.lora = lora
        self.reference = reference
        self.referenceScale = referenceScale
    }
}

package struct GeneratedMedia: Hashable, Sendable {
    /// The one that was used, when the vendor says so.
    package var seed: UInt64?
    package var model: String?
    package var cost: VendorCost

    package init(seed: UInt64? = nil, model: String? = nil, cost: VendorCost) {
        self.seed = seed
        self.model = model
        self.cost = cost
    }
}

/// Port: a vendor that makes pictures. A unit of cost is a picture.
///
/// Writes PNG, JPEG or WebP at `file`, by content, or throws and leaves nothing there.
package protocol ImageGenerator: VendorPart {
    /// It can follow `ImageRequest.reference`; else the caller describes the person in words.
    var takesReference: Bool { get }
    func generate(
        _ request: ImageRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia
}

/// A moving picture that a vendor is asked for.
package struct ClipRequest: Hashable, Sendable, Codable {
    package var prompt: String
    package var negative: String
    package var size: PixelSize
    /// At least this long when the vendor can; it is looped or slowed otherwise.
    package var length: MediaTime
    /// Below 2^53.
    package var seed: UInt64
    /// The picture it begins with; absolute path of a PNG or JPEG; nil: from words alone.
    package var image: String?

    package init(
        prompt: String, negative: String = "", size: PixelSize, length: MediaTime, seed: UInt64,
        image: String? = nil
    ) {
        self.prompt = prompt
        self.negative = negative
        self.size = size
        self.length = length
        self.seed = seed
        self.image = image
    }
}

/// Port: a vendor that makes moving pictures. A unit of cost is a second.
///
/// Writes a video file of any format at `file`, or throws and leaves nothing there.
package protocol ClipGenerator: VendorPart {
    /// From a picture, from words alone, or both.
    var takesImage: Bool { get }
    var takesWordsAlone: Bool { get }
    /// Seconds the vendor would make for this length: what is paid.
    func billedSeconds(of request: ClipRequest) -> Double
    func generate(
        _ request: ClipRequest, slip: CallSlip, to file: URL
    ) async throws -> GeneratedMedia
}
