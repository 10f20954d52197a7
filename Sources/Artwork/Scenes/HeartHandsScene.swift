import BatchVideo

/// PLACEHOLDER
enum HeartHandsScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}
