import BatchVideo

/// PLACEHOLDER
enum DesertScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}
