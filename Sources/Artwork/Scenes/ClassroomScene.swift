import BatchVideo

/// PLACEHOLDER
enum ClassroomScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}
