import BatchVideo

/// PLACEHOLDER
enum FishPondScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}
