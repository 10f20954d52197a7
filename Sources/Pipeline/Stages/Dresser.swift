import BatchVideo
import Foundation

/// Makes what is laid over a film: logo, watermark, titles, cover; and the words around a reframed
/// one.
struct Dresser: Sendable {
    let parts: PipelineParts
    let workspace: Workspace
    let canvas: Canvas

    /// Frames over which a chapter appears, and the seconds that it stays.
    private static let fadeSeconds = 0.3
    private static let chapterSeconds = 3.2
    /// Sizes are told for a picture 1360 wide (high, in portrait).
    private static let ruler = 1360.0

    private var scale: Double { Double(canvas.size.longer) / Self.ruler }

    /// Scaled to this canvas; even.
    private func length(_ pixels: Double) -> Int { max(2, Int((pixels * scale).rounded()) & ~1) }

    struct Order: Codable, Sendable {
        var logo: SourceFile?
        var branding: Branding
        var chapters: [Chapter]
        var cover: Visual
        /// Frames of the film in which the narration is heard, and of the whole film.
        var narrated: Range<Int>
        var frameCount: Int
        /// What is read where models made parts of the film; nil: they made none.
        var aiLabel: String?

        /// Marks stay off the channel's own clips; nil: there are none.
        var marked: Range<Int>? { narrated == 0..<frameCount ? nil : narrated }
    }

    func overlays(_ order: Order) async throws -> [PictureOverlay] {
        let branding = order.branding
        var overlays: [PictureOverlay] = []
        let bar = try await titleBar(branding)
        let below = bar?.height ?? 0
        if let bar { overlays.append(marking(bar.overlay, in: order.marked)) }
        if branding.hasChapters {
            overlays += try await chapters(order, below: below)
        }
        if let watermark = branding.watermark {
            let mark = try await mark(watermark, branding.logo.corner, below: below)
            overlays.append(marking(mark, in: order.marked))
        }
        if let text = order.aiLabel, branding.aiLabel?.isSeen == true {
            overlays.append(try await label(text, order, below: below))
        }
        if let logo = order.logo {
            let mark = try await self.logo(logo, branding.logo, below: below)
            overlays.append(marking(mark, in: order.marked))
        }
        if branding.cover == .firstFrame {
            overlays.append(
                PictureOverlay(
                    file: order.cover.file, sha256: order.cover.provenance.sha256, x: 0, y: 0,
                    frames: 0..<1))
        }
        return overlays
    }

    private func marking(
        _ overlay: PictureOverlay, in frames: Range<Int>?
    ) -> PictureOverlay {
        var marked = overlay
        marked.frames = frames
        return marked
    }

    func progressBar(_ branding: Branding) -> ProgressBar? {
        branding.progressBar.map { ProgressBar(height: length(8), colour: $0) }
    }

    /// 100 pixels wide and 30 from the edges at a width of 1360; in proportion elsewhere, measured
    /// on the longer side so that it looks the same in portrait.
    private func logo(
        _ file: SourceFile, _ place: Branding.LogoPlace, below: Int
    ) async throws -> PictureOverlay {
        let width = max(16, length(Double(place.width)))
        let fingerprint = try Fingerprint(of: file, "logo", "\(width)", parts.importer.version)
        let path = workspace.path(.visuals, "\(fingerprint.short).png")
        let size = try await onUserFile {
            try await parts.importer.importLogo(file.url, width: width, to: workspace.url(path))
        }
        return try overlay(
            path, size, place.corner, margin: length(Double(place.margin)), below: below,
            opacity: place.opacity)
    }

    private static let watermarkOpacity = 0.62

    /// In the same half as the logo, on the other side.
    private func mark(
        _ text: String, _ logo: Corner, below: Int
    ) async throws -> PictureOverlay {
        let (path, size) = try await label(
            TextLabel(
                text, .watermark, width: canvas.width / 2, height: length(80), em: length(26),
                lines: 1))
        return try overlay(
            path, size, logo.across, margin: length(24), below: below,
            opacity: Self.watermarkOpacity)
    }

    private static let labelOpacity = 0.85

    /// Across from the logo, below the watermark; from the film's first frame on.
    private func label(_ text: String, _ order: Order, below: Int) async throws -> PictureOverlay {
        let em = max(12, Int((Double(canvas.size.shorter) * AILabel.letterShare).rounded(.up)))
        let (path, size) = try await label(
            TextLabel(text, .watermark, width: canvas.width / 2, height: em * 2, em: em, lines: 1))
        let corner = order.branding.logo.corner.across
        let watermark = order.branding.watermark == nil ? 0 : length(60)
        let room = corner == .topLeft || corner == .topRight ? below + watermark : watermark
        var mark = try overlay(
            path, size, corner, margin: length(24), below: room, opacity: Self.labelOpacity)
        if corner == .bottomLeft || corner == .bottomRight { mark.y -= watermark }
        mark.isLabel = true
        if order.branding.aiLabel == .opening {
            let frames = Int(AILabel.openingSeconds * Double(canvas.fps))
            mark.frames = 0..<min(frames, order.frameCount)
        }
        return mark
    }

    private func overlay(
        _ path: String, _ size: PixelSize, _ corner: Corner, margin: Int, below: Int,
        opacity: Double
    ) throws -> PictureOverlay {
        var (x, y) = corner.place(size, on: canvas.size, margin: margin)
        if corner == .topLeft || corner == .topRight { y += below }
        x = min(x, max(0, canvas.width - size.width - 1))
        y = min(y, max(0, canvas.height - size.height - 1))
        return PictureOverlay(
            file: path, sha256: try digest(path), x: x, y: y, opacity: opacity)
    }

    private func titleBar(
        _ branding: Branding
    ) async throws -> (overlay: PictureOverlay, height: Int)? {
        guard let text = branding.titleBar else { return nil }
        let (path, size) = try await label(
            TextLabel(
                text, .titleBar, width: canvas.width, height: length(120), em: length(34), lines: 1))
        return (
            PictureOverlay(file: path, sha256: try digest(path), x: 0, y: 0), size.height
        )
    }

    private func chapters(_ order: Order, below: Int) async throws -> [PictureOverlay] {
        var overlays: [PictureOverlay] = []
        // What stands along the edge all the time need not be said again.
        let chapters = order.chapters.filter { $0.title != order.branding.titleBar }
        for (index, chapter) in chapters.enumerated() {
            let next = index + 1 < chapters.count ? chapters[index + 1].start : nil
            let first = order.narrated.lowerBound + chapter.start.frame(fps: canvas.fps)
            let limit = next.map { order.narrated.lowerBound + $0.frame(fps: canvas.fps) }
            let stay = Int(Self.chapterSeconds * Double(canvas.fps))
            let end = min(first + stay, limit ?? .max, order.narrated.upperBound)
            guard end > first else { continue }
            let (path, _) = try await label(
                TextLabel(
                    chapter.title, .chapter, width: canvas.width * 7 / 10, height: length(200),
                    em: length(44), lines: 2))
            overlays.append(
                PictureOverlay(
                    file: path, sha256: try digest(path), x: length(40), y: below + length(60),
                    frames: first..<end, fadeFrames: Int(Self.fadeSeconds * Double(canvas.fps))))
        }
        return overlays
    }

    func label(_ label: TextLabel) async throws -> (path: String, size: PixelSize) {
        let fingerprint = try Fingerprint(of: label, "label", parts.labels.version)
        let path = workspace.path(.visuals, "\(fingerprint.short).png")
        let size = try await parts.labels.paint(label, to: workspace.url(path))
        return (path, size)
    }

    func digest(_ path: String) throws -> String {
        try DurableFile.digest(workspace.url(path)).sha256
    }
}

extension Corner {
    /// On the other side at the same height.
    fileprivate var across: Corner {
        switch self {
        case .topLeft: .topRight
        case .topRight: .topLeft
        case .bottomLeft: .bottomRight
        case .bottomRight: .bottomLeft
        }
    }
}
