/** The largest file of concepts in bytes. The largest shipped one has 511 kB; YAML may take 2 s for so many brackets. */
export const maxConceptsBytes = 600_000

/** The most mistakes in concepts that are named at once. */
export const maxConceptFindings = 100
