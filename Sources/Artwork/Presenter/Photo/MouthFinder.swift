import BatchVideo
import Foundation

/// Looks for the mouth of the one person that a portrait shows from the front.
///
/// Every place and size is tried on a small copy: lips are redder than the skin around them, eyes
/// are dark and lie where a face has them, and cheeks, nose and chin are of one colour.
struct MouthFinder {
    private let width: Int
    private let height: Int
    private let redness: SumTable
    private let luma: SumTable
    /// Squares of the redness, to tell even skin from a pattern.
    private let spread: SumTable

    /// Of the small copy's shorter side.
    private static let shorter = 200
    /// Shares of the shorter side that half a mouth can have, each an eighth more than the one before.
    private static let halves = (0..<15).map { 0.036 * pow(1.125, Double($0)) }
    /// What a mouth must reach at least.
    private static let least = 0.45

    init(_ picture: PhotoPicture) {
        let step = max(1, picture.size.shorter / Self.shorter)
        width = picture.size.width / step
        height = picture.size.height / step
        var red = [Double](repeating: 0, count: width * height)
        var light = red
        for y in 0..<height {
            for x in 0..<width {
                var sum = SIMD4<Double>.zero
                for dy in 0..<step {
                    for dx in 0..<step {
                        let word = picture.pixels[(y * step + dy) * picture.size.width + x * step + dx]
                        sum += SIMD4(Double(word >> 16 & 255), Double(word >> 8 & 255), Double(word & 255), 0)
                    }
                }
                let (r, g, b) = (sum.x, sum.y, sum.z)
                red[y * width + x] = (r - g) / max(r + g + b, 1)
                light[y * width + x] = (0.299 * r + 0.587 * g + 0.114 * b) / Double(step * step) / 255
            }
        }
        redness = SumTable(red, width, height)
        luma = SumTable(light, width, height)
        spread = SumTable(red.map { $0 * $0 }, width, height)
    }

    /// Throws `.invalid` when there is no face that is large enough and looks into the camera.
    func mouth() throws -> PresenterPhoto.Mouth {
        guard let found = best(), found.score >= Self.least else {
            throw BatchVideoError(
                .invalid,
                "no mouth is found in the presenter's picture; take one that shows a single face from the front, "
                    + "evenly lit and without a hand or mask before it, or say where the mouth is"
            )
        }
        let (w, h) = (Double(width), Double(height))
        let chin = found.y + found.half * 1.78
        return PresenterPhoto.Mouth(
            x: found.x / w, y: lipLine(found) / h, halfWidth: found.half / w, chin: min(chin / h, 0.995))
    }

    struct Candidate {
        var x: Double
        var y: Double
        var half: Double
        var score: Double
    }

    func best() -> Candidate? {
        var best: Candidate?
        for share in Self.halves {
            let half = share * Double(min(width, height))
            guard half >= 4 else { continue }
            let step = max(1, half / 6)
            for y in stride(from: 3.4 * half, to: Double(height) - half, by: step) {
                for x in stride(from: 2 * half, to: Double(width) - 2 * half, by: step) {
                    let score = score(x, y, half)
                    if score > best?.score ?? 0 { best = Candidate(x: x, y: y, half: half, score: score) }
                }
            }
        }
        return best.map(refined)
    }

    /// The best of what lies around it, to the pixel of the small copy.
    private func refined(_ found: Candidate) -> Candidate {
        var best = found
        for stretch in [0.9, 0.95, 1, 1.05, 1.1] {
            let half = found.half * stretch
            for dy in -3...3 {
                for dx in -3...3 {
                    let (x, y) = (found.x + Double(dx), found.y + Double(dy))
                    let score = score(x, y, half)
                    if score > best.score { best = Candidate(x: x, y: y, half: half, score: score) }
                }
            }
        }
        return best
    }

    private func score(_ x: Double, _ y: Double, _ half: Double) -> Double {
        guard let skin = skin(x, y, half) else { return 0 }
        let lips = redness.mean(x, y, 0.7 * half, 0.22 * half)
        let beside =
            (redness.mean(x - 1.35 * half, y, 0.2 * half, 0.3 * half)
                + redness.mean(x + 1.35 * half, y, 0.2 * half, 0.3 * half)) / 2
        let redder = min(lips - skin.red, lips - beside)
        guard redder > 0.006 else { return 0 }
        let eyes = [2.4, 2.65, 2.9].map { contrast(x, y - $0 * half, half) }.max() ?? 0
        guard eyes > 0.08 else { return 0 }
        let seam = seam(x, y, half)
        // People take portraits with the face in the middle.
        let aside = abs(x / Double(width) - 0.5) * 2
        return 0.5 * min(redder / 0.045, 1.2) + 0.6 * min(eyes / 0.3, 1.1) + 0.3 * min(seam / 0.22, 1) - skin.unlike
            - 0.7 * aside * aside
    }

    /// Places of a face where nothing grows, in half mouths from the mouth's middle: beneath the nose, the chin,
    /// its sides, cheeks, the nose's bridge and the forehead.
    private static let bare = [
        (0.0, -0.75), (0, 1.15), (-1.3, 0.55), (1.3, 0.55), (-1.5, -0.9), (1.5, -0.9), (0, -2), (0, -3.5),
    ]

    /// How red the skin is, and how unlike each other its places are; nil: it is none.
    private func skin(_ x: Double, _ y: Double, _ half: Double) -> (red: Double, unlike: Double)? {
        var (reds, lights) = ([Double](), [Double]())
        for (dx, dy) in Self.bare {
            reds.append(redness.mean(x + dx * half, y + dy * half, 0.26 * half, 0.2 * half))
            lights.append(luma.mean(x + dx * half, y + dy * half, 0.26 * half, 0.2 * half))
        }
        let count = Double(reds.count)
        let (red, light) = (reds.reduce(0, +) / count, lights.reduce(0, +) / count)
        guard red > 0.025, red < 0.3, light > 0.08 else { return nil }
        let redSpread = (reds.reduce(0) { $0 + ($1 - red) * ($1 - red) } / count).squareRoot()
        let lightSpread = (lights.reduce(0) { $0 + ($1 - light) * ($1 - light) } / count).squareRoot() / light
        guard redSpread < 0.05, lightSpread < 0.4 else { return nil }
        let grain = max(0, spread.mean(x, y + 1.15 * half, 0.5 * half, 0.3 * half) - reds[1] * reds[1]).squareRoot()
        return ((reds[0] + reds[1]) / 2, redSpread * 6 + lightSpread * 1.2 + grain * 4)
    }

    /// How much darker than the skin above and below the line between the lips is.
    private func seam(_ x: Double, _ y: Double, _ half: Double) -> Double {
        let skin = min(
            luma.mean(x, y - 0.95 * half, 0.4 * half, 0.15 * half),
            luma.mean(x, y + 1.1 * half, 0.4 * half, 0.25 * half))
        let rows = [-0.2, -0.1, 0, 0.1, 0.2].map { luma.mean(x, y + $0 * half, 0.6 * half, 0.04 * half) }
        return (skin - (rows.min() ?? skin)) / max(skin, 0.05)
    }

    /// How much darker than the cheeks and than the bridge between them both eyes are, as a share.
    private func contrast(_ x: Double, _ y: Double, _ half: Double) -> Double {
        func eye(_ side: Double) -> Double {
            let dark = luma.mean(x + side * 1.3 * half, y, 0.42 * half, 0.22 * half)
            let cheek = luma.mean(x + side * 1.3 * half, y + 1.25 * half, 0.4 * half, 0.3 * half)
            let bridge = luma.mean(x, y + 0.1 * half, 0.22 * half, 0.3 * half)
            return (min(cheek, bridge) - dark) / max(cheek, 0.05)
        }
        let (left, right) = (eye(-1), eye(1))
        return min(left, right) - 0.3 * abs(left - right)
    }

    /// Between the lips it is darkest.
    private func lipLine(_ found: Candidate) -> Double {
        let reach = found.half * 0.3
        let rows = stride(from: found.y - reach, through: found.y + reach, by: 0.5)
        return rows.min {
            luma.mean(found.x, $0, found.half * 0.6, 0.5) < luma.mean(found.x, $1, found.half * 0.6, 0.5)
        } ?? found.y
    }
}

/// Sums of a picture's values, so that the mean of any box costs four look-ups.
private struct SumTable {
    private let sums: [Double]
    private let width: Int
    private let height: Int

    init(_ values: [Double], _ width: Int, _ height: Int) {
        self.width = width
        self.height = height
        var sums = [Double](repeating: 0, count: (width + 1) * (height + 1))
        for y in 0..<height {
            var row = 0.0
            for x in 0..<width {
                row += values[y * width + x]
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row
            }
        }
        self.sums = sums
    }

    /// Of the box around (x, y) with these half sides, at least one value.
    func mean(_ x: Double, _ y: Double, _ halfWidth: Double, _ halfHeight: Double) -> Double {
        let left = min(max(Int(x - halfWidth), 0), width - 1)
        let top = min(max(Int(y - halfHeight), 0), height - 1)
        let right = min(max(Int(x + halfWidth), left) + 1, width)
        let bottom = min(max(Int(y + halfHeight), top) + 1, height)
        let stride = width + 1
        let sum =
            sums[bottom * stride + right] - sums[top * stride + right] - sums[bottom * stride + left]
            + sums[top * stride + left]
        return sum / Double((right - left) * (bottom - top))
    }
}
