//! What crosses rooms is tested here.
