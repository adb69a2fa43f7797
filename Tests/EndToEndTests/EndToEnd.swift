import Testing

/// Tests of the real program, one after the other: each starts several processes.
@Suite(.serialized, .timeLimit(.minutes(5))) enum EndToEnd {}
