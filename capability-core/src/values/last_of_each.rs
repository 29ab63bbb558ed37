use std::collections::HashSet;
use std::hash::Hash;

/// Whether each name is the last of its kind. The names are hashed with a random key, so no choice of names makes this slow.
pub(crate) fn last_of_each<N: Hash + Eq>(names: impl Iterator<Item = N>) -> std::vec::IntoIter<bool> {
    let names: Vec<_> = names.collect();
    let mut seen = HashSet::with_capacity(names.len());
    let mut is_last: Vec<_> = names.into_iter().rev().map(|name| seen.insert(name)).collect();
    is_last.reverse();
    is_last.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_of_each_counts() {
        assert_eq!(last_of_each("abcab".chars()).collect::<Vec<_>>(), [false, false, true, true, true]);
    }
}
