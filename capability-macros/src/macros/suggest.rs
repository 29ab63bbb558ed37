//! Guesses which word was meant.

/// Longer words are not compared.
const LONGEST: usize = 40;

/// The word that `text` is a misspelling of: at most a third of its letters are wrong. Case is ignored.
pub(crate) fn nearest(text: &str, words: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    if text.len() > LONGEST {
        return None;
    }
    let text = text.to_lowercase();
    words
        .map(|word| (distance(&text, word), word))
        .filter(|(distance, word)| *distance <= word.len() / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// How many letters must be added, removed, replaced or swapped with a neighbour to turn `a` into `b`.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut previous = None;
    for (i, x) in a.chars().enumerate() {
        let mut row = vec![i + 1];
        let mut left = i + 1;
        for (j, y) in b.iter().enumerate() {
            let diagonal = last.get(j).copied().unwrap_or(usize::MAX - 1);
            let above = last.get(j + 1).copied().unwrap_or(usize::MAX - 1);
            let mut best = (diagonal + usize::from(x != *y)).min(above + 1).min(left + 1);
            let swapped = j > 0 && previous == Some(*y) && b.get(j - 1) == Some(&x);
            if swapped && let Some(before) = before_last.get(j - 1) {
                best = best.min(before + 1);
            }
            row.push(best);
            left = best;
        }
        before_last = last;
        last = row;
        previous = Some(x);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (a, b, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("incoming", "incoming", 0),
            ("incomming", "incoming", 1),
            ("incmoing", "incoming", 1),
            ("outgiong", "outgoing", 1),
            ("event", "events", 1),
            ("tll", "ttl", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(distance(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn the_nearest_word_within_a_third() {
        let words = || ["incoming", "outgoing", "ttl"].into_iter();
        assert_eq!(nearest("Incoming", words()), Some("incoming"));
        assert_eq!(nearest("OUTGOING", words()), Some("outgoing"));
        assert_eq!(nearest("outgiong", words()), Some("outgoing"));
        assert_eq!(nearest("tt", words()), Some("ttl"));
        assert_eq!(nearest("x", words()), None);
        assert_eq!(nearest("", words()), None);
        assert_eq!(nearest(&"incoming".repeat(9), words()), None);
    }
}
