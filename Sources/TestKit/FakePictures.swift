package import BatchVideo
package import Foundation

/// Writes down what it was asked to paint.
package struct FakePainter: PicturePainter, LoopPainter, LabelPainter {
    private let log: CallLog

    package init(_ log: CallLog) { self.log = log }

    package var version: String { "fake-painter-1" }

    package func paint(_ picture: PaintedPicture, to file: URL) async throws {
        log.add("paint")
        try JSONEncoder().encode(picture).write(to: file, options: .atomic)
    }

    package func paint(_ picture: PaintedPicture, over ground: URL, to file: URL) async throws {
        log.add("cover")
        try JSONEncoder().encode(picture).write(to: file, options: .atomic)
    }

    package func paint(_ picture: PaintedPicture, fps: Int, to file: URL) async throws -> MediaTime {
        log.add("loop")
        try JSONEncoder().encode(picture).write(to: file, options: .atomic)
        return MediaTime(ms: 6000)
    }

    package func paint(_ label: TextLabel, to file: URL) async throws -> PixelSize {
        log.add("label \(label.text)")
        try JSONEncoder().encode(label).write(to: file, options: .atomic)
        return PixelSize(width: label.width, height: label.em)
    }
}

/// Writes down whom it was asked to draw.
package struct FakePresenterPainter: PresenterPainter {
    private let log: CallLog

    package init(_ log: CallLog) { self.log = log }

    package var version: String { "fake-presenter-1" }

    package func paint(
        _ presenter: DrawnPresenter, speaking mouth: MouthTrack, shown: [Range<Int>], to file: URL
    ) async throws {
        log.add("presenter \(mouth.frameCount)")
        try JSONEncoder().encode(presenter).write(to: file, options: .atomic)
    }
}

/// Copies what it is given; files whose name contains "broken" are refused, and a .jpg is no video.
package struct FakeImporter: MediaImporter {
    private let log: CallLog

    package init(_ log: CallLog) { self.log = log }

    package var version: String { "fake-importer-1" }

    package func importStill(
        _ source: URL, covering canvas: PixelSize, to file: URL
    ) async throws -> PixelSize {
        try accept(source)
        log.add("import \(source.lastPathComponent)")
        try Data(contentsOf: source).write(to: file, options: .atomic)
        return canvas
    }

    package func examineFootage(_ source: URL) async throws -> FootageFacts {
        try accept(source)
        guard source.pathExtension != "jpg" else {
            throw BatchVideoError(.media, "\(source.lastPathComponent) is a picture, not a video")
        }
        log.add("examine \(source.lastPathComponent)")
        return FootageFacts(
            length: MediaTime(ms: 9000), size: PixelSize(width: 1280, height: 720), fps: 25)
    }

    package func importLogo(_ source: URL, width: Int, to file: URL) async throws -> PixelSize {
        try accept(source)
        try Data("logo".utf8).write(to: file, options: .atomic)
        return PixelSize(width: width, height: width)
    }

    package func exportJPEG(_ source: URL, at time: MediaTime?, to file: URL) async throws {
        log.add("jpeg")
        try Data("jpeg".utf8).write(to: file, options: .atomic)
    }

    private func accept(_ source: URL) throws {
        if source.lastPathComponent.contains("broken") {
            throw BatchVideoError(.media, "\(source.lastPathComponent) is broken")
        }
    }
}

/// Writes the order in place of the film.
package struct FakeRenderer: Renderer {
    private let log: CallLog
    private let before: @Sendable () throws -> Void

    package init(_ log: CallLog, before: @escaping @Sendable () throws -> Void = {}) {
        self.log = log
        self.before = before
    }

    package var version: String { "fake-renderer-1" }

    package func render(
        _ order: RenderOrder, progress: @escaping @Sendable (RenderEvent) -> Void
    ) async throws {
        try before()
        log.add("render")
        let frames = order.timeline.frameCount
        progress(RenderEvent(kind: .progress, framesDone: frames / 2, frameCount: frames))
        for rendition in order.renditions {
            if let comment = rendition.tags?["comment"] { log.add("says \(comment)") }
            try JSONEncoder().encode(order.timeline)
                .write(to: URL(filePath: rendition.file), options: .atomic)
        }
        progress(RenderEvent(kind: .done, framesDone: frames, frameCount: frames))
    }
}

/// Finds the faults it was told to find.
package struct FakeInspector: FilmInspector {
    private let faults: [InspectionReport.Fault]

    package init(faults: [InspectionReport.Fault] = []) { self.faults = faults }

    package func inspect(
        _ film: URL, against target: InspectionTarget
    ) async throws -> InspectionReport {
        InspectionReport(
            durationMs: target.timeline.frameCount * 1000 / target.timeline.canvas.fps,
            frameCount: target.timeline.frameCount, size: target.timeline.canvas.size,
            videoCodec: "h264", audioCodec: "aac",
            loudness: Loudness(integratedLUFS: -16, truePeakDBTP: -1.5),
            fileBytes: 1, faults: faults)
    }
}
