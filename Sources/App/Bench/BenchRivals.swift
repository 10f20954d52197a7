import BatchVideo
import Foundation

/// Runs the recipes of others from `bench/`, in the bench's folder, on its inputs.
struct BenchRivals: Sendable {
    let film: BenchFilm
    let folder: URL
    let recipes: URL
    let python: Python

    /// One ffmpeg process from pictures to film, with our encoder settings.
    func graph(
        _ motion: String, _ encoder: RenderMeasurement.EncoderChoice?
    ) async throws -> Spending {
        guard let encoder else {
            throw BatchVideoError(.internal, "the encoder's settings are not known")
        }
        let code = """
            import subprocess, sys
            sys.path.insert(0, sys.argv[1])
            import baselines
            motions = {'zoompan at 4x': lambda i: baselines.zp(i, 4), 'perspective': baselines.persp}
            subprocess.run(baselines.single(motions[sys.argv[2]], 'out/graph.mp4',
                extra=['-x264-params', sys.argv[3]]), check=True)
            """
        return try await python.run(
            ["-c", code, recipes.path, motion, encoder.parameters], in: folder, log: "graph",
            environment: settings.merging([
                "PRESET": encoder.preset, "CRF": String(encoder.constantRateFactor),
            ]) { $1 })
    }

    /// Three passes or more of ffmpeg, as the specification describes.
    func seed(_ recipe: String) async throws -> Spending {
        let transitions = recipe == "legacy" ? ["--transitions"] : []
        return try await python.run(
            [recipes.appending(path: "seed_recipe.py").path, "seed", "-o", "out/seed.mp4"]
                + ["--recipe", recipe] + transitions, in: folder, log: "seed")
    }

    func moviepy() async throws -> Spending {
        // The recipe's concat list names files from the folder above the list's own.
        let above = folder.appending(path: "out/out").path
        if !FileManager.default.fileExists(atPath: above) {
            try FileManager.default.createSymbolicLink(
                atPath: above, withDestinationPath: ".")
        }
        return try await python.run(
            [recipes.appending(path: "moviepy_recipe.py").path], in: folder, log: "moviepy",
            environment: settings)
    }

    /// Lays the inputs out as `seed_recipe.py` expects them.
    func prepareSeed(_ inputs: BenchInputs) throws {
        let seed = folder.appending(path: "seed")
        try? FileManager.default.removeItem(at: seed)  // there is none the first time
        try FileManager.default.createDirectory(at: seed, withIntermediateDirectories: true)
        var files = [
            (BenchInputs.narration, "audio.wav"), ("assets/sub.srt", "sub.srt"),
            (inputs.logo, "logo.png"),
        ]
        for index in 0..<film.shotCount {
            let picture = inputs.pictures[index % inputs.pictures.count]
            let suffix = URL(filePath: picture).pathExtension
            files.append((picture, String(format: "image_%03d.", index) + suffix))
        }
        for (source, name) in files {
            try FileManager.default.copyItem(
                at: folder.appending(path: source), to: seed.appending(path: name))
        }
    }

    /// What `spec.py` reads.
    private var settings: [String: String] {
        [
            "NSHOTS": String(film.shotCount), "FPS": String(film.canvas.fps), "SIZE": "l",
            "SLOT": String(BenchFilm.shotSeconds), "XF": "0.5",
        ]
    }
}
