/** The largest file that is read, in bytes: ours. The notes of a three-day conference have 150 kB. */
export const maxFileBytes = 1_000_000

/** The most files of a folder that are read, ours: a `KNOWLEDGE_DIR=/` must not be walked to its end. */
export const maxFiles = 20_000

/** How deep folders are looked into: ours. */
export const maxFolderDepth = 8

/** The most groups of a glossary, ours: search takes 40 ms for so many, and lets nobody in between. The shipped one has 250. */
export const maxGlossaryGroups = 1_500

/** The most terms of a group: each of them is joined with each other. */
export const maxGroupTerms = 50

/** The deepest nesting of a YAML file: columns of indentation and open brackets. What we read needs eight. */
export const maxYamlNesting = 100
