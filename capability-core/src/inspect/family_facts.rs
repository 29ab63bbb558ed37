use std::any::Any;
use std::fmt::{self, Debug};

/// What a reader of one family has read, and what the shared code needs of it.
#[derive(Default)]
pub(crate) struct FamilyFacts(Option<Box<dyn Facts>>);

/// How the facts of a family are told to a person: whole lines.
pub(crate) trait Explain {
    fn explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// Facts of any family. It lets [`FamilyFacts`] be cloned and compared.
trait Facts: Any + Explain + Debug + Send + Sync {
    fn boxed(&self) -> Box<dyn Facts>;
    fn equals(&self, other: &dyn Facts) -> bool;
}

impl<T: Any + Explain + Debug + Send + Sync + Clone + PartialEq> Facts for T {
    fn boxed(&self) -> Box<dyn Facts> {
        Box::new(self.clone())
    }

    fn equals(&self, other: &dyn Facts) -> bool {
        let other: &dyn Any = other;
        other.downcast_ref() == Some(self)
    }
}

impl FamilyFacts {
    pub(crate) fn new<T>(facts: T) -> Self
    where
        T: Any + Explain + Debug + Send + Sync + Clone + PartialEq,
    {
        Self(Some(Box::new(facts)))
    }

    pub(super) fn get<T: 'static>(&self) -> Option<&T> {
        let facts: &dyn Any = &**self.0.as_ref()?;
        facts.downcast_ref()
    }

    pub(super) fn explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_ref().map_or(Ok(()), |facts| facts.explain(f))
    }
}

impl Clone for FamilyFacts {
    fn clone(&self) -> Self {
        Self(self.0.as_ref().map(|facts| facts.boxed()))
    }
}

impl PartialEq for FamilyFacts {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(facts), Some(other)) => facts.equals(&**other),
            (None, None) => true,
            _ => false,
        }
    }
}

impl Eq for FamilyFacts {}

impl Debug for FamilyFacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
