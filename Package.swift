// swift-tools-version: 6.2
import PackageDescription

/// Strict concurrency and explicit imports everywhere; see docs/decisions/0001-package-flags.md.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

/// Modules that touch every pixel, sample or letter are optimised in debug builds too, so that the tests
/// make real films in seconds.
let hot: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "BatchVideo",
    products: [
        .executable(name: "batchvideo", targets: ["App"]),
        .executable(name: "batchvideo-voice", targets: ["VoiceProgram"]),
        .executable(name: "batchvideo-render", targets: ["RenderProgram"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        // What Hummingbird stands on, named where its types are used (MemberImportVisibility).
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.1.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        // No trait of it: its YAML reader knows no line numbers and no lists of maps; Yams does.
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        // The hub: the subject matter. No I/O, Foundation only.
        .target(
            name: "BatchVideo", swiftSettings: hot,
            linkerSettings: [.linkedLibrary("_FoundationICU")]),

        // Spokes: one part of the world each.
        .target(name: "Artwork", dependencies: ["BatchVideo", "CCairo"], swiftSettings: hot),
        .target(name: "Media", dependencies: ["BatchVideo"], swiftSettings: hot),
        .target(
            name: "Compositor", dependencies: ["BatchVideo", "CPixels", "CAV", "CAss"],
            swiftSettings: hot),
        .target(
            name: "Voices",
            dependencies: ["BatchVideo", .product(name: "Subprocess", package: "swift-subprocess")],
            swiftSettings: hot),
        .target(
            name: "Providers",
            dependencies: [
                "BatchVideo", "COpenCC",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ], swiftSettings: strict),
        .target(
            name: "Pipeline",
            dependencies: [
                "BatchVideo", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                "BatchVideo", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
            ],
            // The web application: plain files, served as they are.
            exclude: ["App"], swiftSettings: strict),
        .target(
            name: "Store",
            dependencies: ["BatchVideo", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),

        .target(
            name: "Telemetry",
            dependencies: ["BatchVideo", .product(name: "CoreMetrics", package: "swift-metrics")],
            swiftSettings: strict),

        // Programs.
        .executableTarget(
            name: "App",
            dependencies: [
                "BatchVideo", "Artwork", "Media", "Voices", "Providers", "Store", "Pipeline", "Telemetry", "Web",
                "CPixels",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Yams", package: "Yams"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "VoiceProgram", dependencies: ["BatchVideo", "CEspeakNG", "CFlite"],
            swiftSettings: hot),
        .executableTarget(
            name: "RenderProgram", dependencies: ["BatchVideo", "Compositor"], swiftSettings: strict),

        // C.
        .target(
            name: "CPixels",
            cSettings: [.unsafeFlags(["-O3"], .when(configuration: .debug))]),
        .systemLibrary(
            name: "CCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(
            name: "CEspeakNG", pkgConfig: "espeak-ng", providers: [.apt(["libespeak-ng-dev"])]),
        .systemLibrary(name: "CFlite", providers: [.apt(["flite1-dev"])]),
        .systemLibrary(
            name: "CAV", pkgConfig: "libavformat",
            providers: [.apt(["libavformat-dev", "libavcodec-dev", "libswscale-dev"])]),
        .systemLibrary(name: "COpenCC", pkgConfig: "opencc", providers: [.apt(["libopencc-dev"])]),
        .systemLibrary(name: "CAss", pkgConfig: "libass", providers: [.apt(["libass-dev"])]),

        // Tests.
        .target(
            name: "TestKit",
            dependencies: [
                "BatchVideo", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ], swiftSettings: strict),
        .testTarget(
            name: "BatchVideoTests", dependencies: ["BatchVideo", "TestKit"], swiftSettings: strict),
        .testTarget(
            name: "ArtworkTests", dependencies: ["Artwork", "TestKit"], swiftSettings: strict),
        .testTarget(
            name: "TelemetryTests",
            dependencies: ["Telemetry", "TestKit", .product(name: "CoreMetrics", package: "swift-metrics")],
            swiftSettings: strict),
        .testTarget(name: "MediaTests", dependencies: ["Media", "TestKit"], swiftSettings: hot),
        .testTarget(
            name: "CompositorTests", dependencies: ["Compositor", "RenderProgram", "TestKit"],
            swiftSettings: hot),
        .testTarget(name: "VoicesTests", dependencies: ["Voices", "TestKit"], swiftSettings: strict),
        .testTarget(
            name: "ProvidersTests", dependencies: ["Providers", "TestKit"], swiftSettings: strict),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "Pipeline", "Store", "TestKit", .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "StoreWriter", dependencies: ["BatchVideo", "Store"], path: "Tests/StoreWriter",
            swiftSettings: strict),
        .testTarget(
            name: "StoreTests", dependencies: ["Store", "StoreWriter", "TestKit"], swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Store", "TestKit", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "CrashDrill",
            dependencies: [
                "BatchVideo", "Store", "Pipeline", "Web", "TestKit",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], path: "Tests/CrashDrill", swiftSettings: strict),
        .testTarget(
            name: "CrashTests", dependencies: ["BatchVideo", "Store", "CrashDrill", "TestKit"],
            swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests", dependencies: ["App", "BatchVideo", "Pipeline", "Store", "Web", "TestKit"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
