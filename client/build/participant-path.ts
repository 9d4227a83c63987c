/** What a participant loads from opening a link until the first idea is saved: the page, and of the lazy parts these. */
export const PARTICIPANT_PARTS = /(^|\/)(app\/(stage|join)|methods\/[a-z-]+\/screen)\.tsx$/
